package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class FirstRecordApplication {

    public static void main(String[] args) {
        SpringApplication.run(FirstRecordApplication.class, args);
    }

    @Bean
    RouteBuilder firstRecord() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("file:{{folder:inbox}}?include=.*\\.json&moveFailed=failed")
                        .to("freshsales:create?resourceType=contacts")
                        .log("${file:name} is contact ${header.CamelFreshsalesResultId}");
            }
        };
    }
}
